-- What conversion events were about, for reports on products: JSON of a list of products, each with its id, brand and
-- category as far as the event says them, its value in micro-currency and its quantity. NULL without any.
ALTER TABLE conversion_events ADD COLUMN products TEXT CHECK (products IS NULL OR json_valid(products));
