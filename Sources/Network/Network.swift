// The room Network.
