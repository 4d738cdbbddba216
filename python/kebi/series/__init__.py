"""Series and panels: figures along time with their labels, and what follows from them."""
