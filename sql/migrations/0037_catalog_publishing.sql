-- A product's first day on sale is kept by the database: the program's clients choose the status, and none of them the moment.
SET LOCAL search_path = app, public;

CREATE FUNCTION publish_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.published_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER publish BEFORE INSERT OR UPDATE ON products
    FOR EACH ROW WHEN (NEW.status = 'active' AND NEW.published_at IS NULL) EXECUTE FUNCTION publish_product();
ALTER TABLE products DROP CONSTRAINT products_published;
