"""Valid files of every format, damaged in every way that a seed gives, must end in a result or a clear error."""
