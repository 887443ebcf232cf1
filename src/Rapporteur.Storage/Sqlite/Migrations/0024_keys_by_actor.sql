-- Within a stretch of days keys go by actor, then by stem, so that all keys of a wording lie on a page or two.
-- They are made again when something is written next.
DELETE FROM wording_keys;
