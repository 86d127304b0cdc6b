"""What people may ask for about their data: disclosure, restriction, erasure."""
