#!/bin/sh
# Makes the certificates of the tests anew, in the current folder. All passwords are "changeit".
set -eu
k() { keytool "$@" -storetype PKCS12 -storepass changeit -noprompt 2>/dev/null; }
rm -f ./*.p12 ./*.pem
k -genkeypair -alias a -keystore authority.p12 -keyalg EC -groupname secp256r1 -dname "CN=Test Authority" -ext bc:c -startdate "2020/01/01 00:00:00" -validity 36500
k -exportcert -rfc -alias a -keystore authority.p12 > authority.pem

# name, subject, alternative name, days
signed() {
    k -genkeypair -alias a -keystore "$1.p12" -keyalg EC -groupname secp256r1 -dname "CN=$2"
    k -certreq -alias a -keystore "$1.p12" > "$1.csr"
    k -gencert -alias a -keystore authority.p12 -infile "$1.csr" -rfc -ext "$3" -startdate "2020/01/01 00:00:00" -validity "$4" > "$1.crt"
    cat authority.pem >> "$1.crt"
    k -importcert -alias ca -keystore "$1.p12" -file authority.pem
    k -importcert -alias a -keystore "$1.p12" -file "$1.crt"
    k -delete -alias ca -keystore "$1.p12"
    rm "$1.csr" "$1.crt"
}
signed office office san=dns:office.example,ip:127.0.0.1 36500
signed expired expired san=ip:127.0.0.1 1
signed elsewhere elsewhere.example san=dns:elsewhere.example 36500
signed client "CPO DE*ABC" san=dns:client.example 36500
k -genkeypair -alias a -keystore self.p12 -keyalg EC -groupname secp256r1 -dname "CN=self" -ext san=ip:127.0.0.1 -startdate "2020/01/01 00:00:00" -validity 36500
