-- A repetition in a regular expression goes to 255: these three refused every web address, the right ones, too.
SET LOCAL search_path = app, public;

ALTER TABLE brands
    DROP CONSTRAINT brands_website_form,
    ADD CONSTRAINT brands_website_form CHECK (website = '' OR (website ~ '^https?://[^\s]+$' AND length(website) <= 300));
ALTER TABLE shipping_methods
    DROP CONSTRAINT shipping_methods_tracking_url_form,
    ADD CONSTRAINT shipping_methods_tracking_url_form
        CHECK (tracking_url = '' OR (tracking_url ~ '^https?://[^\s]+$' AND length(tracking_url) <= 400));
ALTER TABLE banners
    DROP CONSTRAINT banners_target_url_form,
    ADD CONSTRAINT banners_target_url_form
        CHECK (target_url = '' OR (target_url ~ '^(https?:/)?/[^\s]*$' AND length(target_url) <= 400));
