"""Documents of each kind of file as stretches of text and grids of cells, in reading order."""
