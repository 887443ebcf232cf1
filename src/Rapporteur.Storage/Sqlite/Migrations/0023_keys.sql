-- Keys begin with the stretch of days that the wording is of, so that what is said in one month lies together: a look-up and a new wording touch a few pages however large the record is.
-- They are made again when something is written next.
DELETE FROM wording_keys;

-- Blocks lie in each other: one index serves all levels.
DROP INDEX wording_facts_of_component;
DROP INDEX wording_facts_of_block_1;
DROP INDEX wording_facts_of_block_2;
CREATE INDEX wording_facts_of_blocks ON wording_facts (component, block_1, block_2);
