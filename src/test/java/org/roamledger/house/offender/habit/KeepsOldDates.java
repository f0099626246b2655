package org.roamledger.house.offender.habit;

import java.util.Calendar;
import java.util.Date;

@SuppressWarnings("JavaUtilDate")
record KeepsOldDates(Date date, Calendar calendar) {}
