"""What happens in which order: the steps of the main job, between the document and the services."""
