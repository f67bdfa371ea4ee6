"""One file for each kind of record's page, all listed in ``registry``."""
