SELECT forget_notices()
