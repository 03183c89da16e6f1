"""The exercises of section 03: rejection, importance weights, Markov chains."""
