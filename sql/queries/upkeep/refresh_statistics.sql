SELECT refresh_statistics()
