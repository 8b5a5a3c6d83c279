-- When a product group promotion was created, in Unix seconds: it delivers from then on. Those that were stored before
-- are taken to be as old as their ad group.
ALTER TABLE product_group_promotions ADD COLUMN created_time INTEGER;
