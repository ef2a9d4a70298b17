"""What a Python program loads before it can evaluate scores."""
import sklearn.metrics  # noqa: F401
