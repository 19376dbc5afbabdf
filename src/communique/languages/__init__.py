"""Language data and its readers: one module a file of data, one folder a language."""
