-- Whether an installation has anybody who could sign in; run by the owner.
SELECT count(*) AS users FROM users
