-- Talks may turn out to be what others call a call: both are of one kin now. The program files the mentions again.
UPDATE encounter_mentions SET kin = NULL;
DELETE FROM encounter_names;
DELETE FROM encounter_reports;
DELETE FROM encounters;
