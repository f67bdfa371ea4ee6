"""The texts of records for a translator, as a workbook or XLIFF, and their translations back."""
