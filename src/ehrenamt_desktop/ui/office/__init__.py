"""What the office says about itself."""
