-- Imports that were being read when the server last stopped.
SELECT app.fail_interrupted_imports()
