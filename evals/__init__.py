"""What is measured: one script a layer; floors that may only rise."""
