-- What a processing had come to before a direct edit put it back into process, as JSON text.
ALTER TABLE feed_processing_results ADD COLUMN set_aside TEXT CHECK (json_valid(set_aside));
