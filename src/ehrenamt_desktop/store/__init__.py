"""How records are kept: one encrypted SQLite file, its journal, its search, its safety copies."""
