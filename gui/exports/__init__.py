"""Pictures and animations of the views, as files."""
