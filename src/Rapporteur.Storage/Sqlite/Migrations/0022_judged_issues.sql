-- A statement that people put on an issue, or take from one, changes what is drawn from its stances, with all its reports.
CREATE TRIGGER issue_judged AFTER INSERT ON judgements WHEN NEW.kind = 'issue' BEGIN
    DELETE FROM stance_changes WHERE (version, place) IN (
        SELECT a.version, a.place FROM appearances a WHERE a.current = 1 AND a.statement = (SELECT b.statement FROM appearances b WHERE b.id = NEW.one));
    INSERT INTO stance_changes (version, place)
        SELECT a.version, a.place FROM appearances a WHERE a.current = 1 AND a.statement = (SELECT b.statement FROM appearances b WHERE b.id = NEW.one);
END;
CREATE TRIGGER issue_judgement_undone AFTER UPDATE OF undone_at ON judgements WHEN NEW.kind = 'issue' BEGIN
    DELETE FROM stance_changes WHERE (version, place) IN (
        SELECT a.version, a.place FROM appearances a WHERE a.current = 1 AND a.statement = (SELECT b.statement FROM appearances b WHERE b.id = NEW.one));
    INSERT INTO stance_changes (version, place)
        SELECT a.version, a.place FROM appearances a WHERE a.current = 1 AND a.statement = (SELECT b.statement FROM appearances b WHERE b.id = NEW.one);
END;

-- The report of which it was said now belongs to another statement: the judgement goes with it.
CREATE TRIGGER judged_report_moved AFTER UPDATE OF statement ON appearances
    WHEN NEW.statement <> OLD.statement AND EXISTS (SELECT 1 FROM judgements WHERE kind = 'issue' AND undone_at IS NULL AND one = NEW.id)
BEGIN
    DELETE FROM stance_changes WHERE (version, place) IN (SELECT version, place FROM appearances WHERE current = 1 AND statement IN (OLD.statement, NEW.statement));
    INSERT INTO stance_changes (version, place) SELECT version, place FROM appearances WHERE current = 1 AND statement IN (OLD.statement, NEW.statement);
END;
