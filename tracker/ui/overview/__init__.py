"""The overview: next dates, the chart and the latest entries of one person."""
