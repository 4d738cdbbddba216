"""The functions over tables of any kind that kebi exports."""
