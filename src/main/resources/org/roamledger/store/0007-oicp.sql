-- For OICP endpoints: whose records are asked for, and the PKCS#12 file by which the server knows us. Its password stands elsewhere.
ALTER TABLE source ADD COLUMN oicp_operator TEXT;
ALTER TABLE source ADD COLUMN client_certificate TEXT;
