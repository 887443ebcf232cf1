-- What the words of a wording say, as a direction (96 signed bytes); null where the wording is older than that.
ALTER TABLE wording_facts ADD COLUMN meaning BLOB;
