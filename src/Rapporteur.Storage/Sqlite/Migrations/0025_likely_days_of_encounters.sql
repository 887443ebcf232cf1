-- Reports in articles without a day are brought together by its likely one: kins with such are filed and drawn again.
UPDATE encounter_mentions SET kin = NULL WHERE kin IN (SELECT m.kin FROM encounter_mentions m JOIN likely_days d ON d.version = m.version);
