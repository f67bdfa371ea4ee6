"""The generator: YAML records of an investment bureau in, a bilingual static portal out."""
