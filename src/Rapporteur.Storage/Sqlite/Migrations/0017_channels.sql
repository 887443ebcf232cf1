-- By what means something was said. What was recorded before does not tell until it is read again.

ALTER TABLE appearances ADD COLUMN channel TEXT; -- null: the article does not tell
