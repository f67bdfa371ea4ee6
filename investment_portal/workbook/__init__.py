"""The records of a portal as a workbook that staff edit, and back; lists and translations as workbooks too."""
