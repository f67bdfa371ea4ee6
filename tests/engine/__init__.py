"""What is kept between builds, and that it never shows in what they make."""
