"""What is seen: views are handed facts and tell wishes."""
