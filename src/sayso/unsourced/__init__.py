"""What stands in the report on nobody's word: its sentences, whose voice each is, what the report's own ones do, and
how much rests on whom.
"""
