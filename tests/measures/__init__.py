"""What tests/house.py and tests/layers.py measure of this tree."""
