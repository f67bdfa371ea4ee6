"""What the reader's browser searches and narrows: data scripts made from the records, and Pagefind's index of pages."""
