"""Dossiers: projects, sectors, events and the whole catalogue as PDF, to hand out and to pass on."""
