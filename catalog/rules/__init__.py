"""Rules across files: each a small file whose first sentence is the rule, all listed in ``registry``."""
