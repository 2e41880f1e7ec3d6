SELECT forget_changes()
