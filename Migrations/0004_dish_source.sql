-- Where a dish's recipe came from: a name, an address on the web, a file.

ALTER TABLE dish ADD COLUMN source TEXT;
