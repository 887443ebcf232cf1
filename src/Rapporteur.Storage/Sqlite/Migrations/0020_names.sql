-- Wordings are looked up by the sound of a surname and no longer by the whole name: the keys are made again when something is written next.
DELETE FROM wording_keys;
