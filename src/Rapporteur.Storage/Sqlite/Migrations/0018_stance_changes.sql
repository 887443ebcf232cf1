-- Which stances have changed since somebody looked: what is drawn from them is drawn anew only where it is touched.
-- One line for each place that takes a stance or that people put on an issue, under a number that grows with every change of it.
CREATE TABLE stance_changes (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    place   INTEGER NOT NULL,      -- of the appearance
    UNIQUE (version, place)
);
INSERT INTO stance_changes (version, place) SELECT version, place FROM stance_marks ORDER BY version, place;

-- A line is taken out before it is put in again: what a statement does about conflicts also rules its triggers.
CREATE TRIGGER stance_marks_come AFTER INSERT ON stance_marks BEGIN
    DELETE FROM stance_changes WHERE version = NEW.version AND place = NEW.place;
    INSERT INTO stance_changes (version, place) VALUES (NEW.version, NEW.place);
END;
CREATE TRIGGER stance_marks_go AFTER DELETE ON stance_marks BEGIN
    DELETE FROM stance_changes WHERE version = OLD.version AND place = OLD.place;
    INSERT INTO stance_changes (version, place) VALUES (OLD.version, OLD.place);
END;

-- An appearance that is found wrong, spoken by somebody else, one of another statement, or of a version that is no longer the current one.
CREATE TRIGGER stances_of_appearance AFTER UPDATE ON appearances
    WHEN EXISTS (SELECT 1 FROM stance_changes WHERE version = NEW.version AND place = NEW.place)
BEGIN
    DELETE FROM stance_changes WHERE version = NEW.version AND place = NEW.place;
    INSERT INTO stance_changes (version, place) VALUES (NEW.version, NEW.place);
END;

-- Names that are shown with a position.
CREATE TRIGGER stances_of_actor AFTER UPDATE OF name ON actors WHEN NEW.name <> OLD.name BEGIN
    DELETE FROM stance_changes WHERE (version, place) IN (
        SELECT m.version, m.place FROM appearances a JOIN stance_marks m ON m.version = a.version AND m.place = a.place WHERE a.actor = NEW.row AND a.current = 1);
    INSERT INTO stance_changes (version, place)
        SELECT m.version, m.place FROM appearances a JOIN stance_marks m ON m.version = a.version AND m.place = a.place WHERE a.actor = NEW.row AND a.current = 1;
END;
CREATE TRIGGER stances_of_article AFTER UPDATE OF location, url ON articles WHEN NEW.location <> OLD.location OR NEW.url IS NOT OLD.url BEGIN
    DELETE FROM stance_changes WHERE version = NEW.current;
    INSERT INTO stance_changes (version, place) SELECT version, place FROM stance_marks WHERE version = NEW.current;
END;
CREATE TRIGGER stances_of_version AFTER UPDATE OF number ON article_versions WHEN NEW.number <> OLD.number BEGIN
    DELETE FROM stance_changes WHERE version = NEW.row;
    INSERT INTO stance_changes (version, place) SELECT version, place FROM stance_marks WHERE version = NEW.row;
END;
