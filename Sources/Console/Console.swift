// The room Console.
