package org.roamledger.ui.report;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

import java.util.BitSet;
import java.util.List;

/// Which rows of the table are selected, as bits: a range costs the same however long it is.
///
/// The table's own model keeps an object for every selected row and looks through them at each
/// change, which takes minutes for a million. Whole rows only: columns are ignored.
final class RowSelection extends TableView.TableViewSelectionModel<Rows.Row> {

    private final BitSet places = new BitSet();
    private final Indices indices = new Indices();
    private final Items items = new Items();

    /// Not all selected cells but the one that was selected last: all that the keys of a table ask.
    @SuppressWarnings("rawtypes") // as the table wants it
    private final ObservableList<TablePosition> lead = FXCollections.observableArrayList();

    RowSelection(TableView<Rows.Row> table) {
        super(table);
    }

    /// The selected places, from 0; a copy.
    BitSet places() {
        return (BitSet) places.clone();
    }

    /// Selects these places only, without moving the focus.
    void show(BitSet selected) {
        places.clear();
        places.or(selected);
        changed(selected.isEmpty() ? -1 : selected.nextSetBit(0));
    }

    private void changed(int leads) {
        setSelectedIndex(leads);
        setSelectedItem(leads < 0 ? null : getModelItem(leads));
        if (leads < 0) {
            lead.clear();
        } else {
            lead.setAll(List.of(new TablePosition<>(getTableView(), leads, null)));
        }
        indices.changed();
        items.changed();
    }

    private void moved(int leads) {
        changed(leads);
        focus(leads);
    }

    private boolean isRow(int row) {
        return row >= 0 && row < getItemCount();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ObservableList<TablePosition> getSelectedCells() {
        return lead;
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indices;
    }

    @Override
    public ObservableList<Rows.Row> getSelectedItems() {
        return items;
    }

    @Override
    public boolean isSelected(int row, TableColumn<Rows.Row, ?> column) {
        return isSelected(row);
    }

    @Override
    public boolean isSelected(int row) {
        return row >= 0 && places.get(row);
    }

    @Override
    public boolean isEmpty() {
        return places.isEmpty();
    }

    @Override
    public void select(int row, TableColumn<Rows.Row, ?> column) {
        select(row);
    }

    @Override
    public void select(int row) {
        if (isRow(row)) {
            places.set(row);
            moved(row);
        }
    }

    @Override
    public void select(Rows.Row item) {
        select(getTableModel().indexOf(item));
    }

    @Override
    public void clearAndSelect(int row, TableColumn<Rows.Row, ?> column) {
        clearAndSelect(row);
    }

    @Override
    public void clearAndSelect(int row) {
        if (isRow(row)) {
            places.clear();
            select(row);
        }
    }

    @Override
    public void clearSelection(int row, TableColumn<Rows.Row, ?> column) {
        clearSelection(row);
    }

    @Override
    public void clearSelection(int row) {
        if (isSelected(row)) {
            places.clear(row);
            changed(places.previousSetBit(Math.max(0, places.length() - 1)));
        }
    }

    @Override
    public void clearSelection() {
        if (!places.isEmpty()) {
            places.clear();
            changed(-1);
        }
    }

    @Override
    public void selectIndices(int row, int... rows) {
        select(row);
        for (var other : rows) {
            select(other);
        }
    }

    /// @param start included, also where it is the greater one
    /// @param end not included
    @Override
    public void selectRange(int start, int end) {
        if (start == end) {
            return;
        }
        var down = start < end;
        var first = Math.max(0, down ? start : end + 1);
        var last = Math.min(getItemCount() - 1, down ? end - 1 : start);
        if (first <= last) {
            places.set(first, last + 1);
            moved(down ? last : first);
        }
    }

    @Override
    public void selectAll() {
        if (getItemCount() > 0) {
            places.set(0, getItemCount());
            changed(Math.max(0, getFocusedIndex()));
        }
    }

    @Override
    public void selectFirst() {
        select(0);
    }

    @Override
    public void selectLast() {
        select(getItemCount() - 1);
    }

    @Override
    public void selectPrevious() {
        select(getFocusedIndex() - 1);
    }

    @Override
    public void selectNext() {
        select(getFocusedIndex() + 1);
    }

    @Override
    public void selectAboveCell() {
        selectPrevious();
    }

    @Override
    public void selectBelowCell() {
        selectNext();
    }

    @Override
    public void selectLeftCell() {}

    @Override
    public void selectRightCell() {}

    /// The selected places in ascending order.
    private final class Indices extends ObservableListBase<Integer> {

        private int size;
        private int askedIndex = -1;
        private int askedPlace = -1;

        /// Nobody reads what was there before, so it is not told.
        void changed() {
            size = places.cardinality();
            askedIndex = -1;
            askedPlace = -1;
            fireChange(new Anew<>(this));
        }

        /// Quick where one is read after the other.
        @Override
        public Integer get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            if (index < askedIndex) {
                askedIndex = -1;
                askedPlace = -1;
            }
            while (askedIndex < index) {
                askedPlace = places.nextSetBit(askedPlace + 1);
                askedIndex++;
            }
            return askedPlace;
        }

        @Override
        public boolean contains(Object sought) {
            return sought instanceof Integer row && isSelected(row);
        }

        @Override
        public int size() {
            return size;
        }
    }

    private final class Items extends ObservableListBase<Rows.Row> {

        void changed() {
            fireChange(new Anew<>(this));
        }

        @Override
        public Rows.Row get(int index) {
            return getModelItem(indices.get(index));
        }

        @Override
        public int size() {
            return indices.size();
        }
    }

    /// Everything may be different.
    private static final class Anew<T> extends ListChangeListener.Change<T> {

        private boolean told;

        Anew(ObservableList<T> list) {
            super(list);
        }

        @Override
        public boolean next() {
            var first = !told;
            told = true;
            return first;
        }

        @Override
        public void reset() {
            told = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<T> getRemoved() {
            return List.of();
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
