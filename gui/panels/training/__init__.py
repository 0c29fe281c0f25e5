"""The Training tab: runs, their curves and samples, the form for a new one; made when it is first shown."""
