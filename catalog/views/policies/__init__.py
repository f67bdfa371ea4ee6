"""What only pages about policies show: answers in brief, standard, example, papers, library, coverage, calendar."""
