"""The project: photos, people, target pose, pictures, ratings and the undo history in one SQLite file."""
