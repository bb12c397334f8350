#if FUZZ
    // The program as a libFuzzer target: two bytes of an input choose the decoder, see `Fuzzing.feed(input:)`. libFuzzer
    // brings its own main, so the last step links by hand:
    //
    //   swift build -c release --scratch-path .build/fuzz --target kdeck-dev -Xswiftc -DFUZZ -Xswiftc -sanitize=fuzzer
    //   swiftc -sanitize=fuzzer -o .build/fuzz/kdeck-fuzz .build/fuzz/release/*.build/*.o -lstdc++ -lssl \
    //     -lcrypto -luv -lutf8proc -lncursesw -ltinfo -lsnappy -llz4 -lzstd -lisal
    //   mkdir -p CORPUS && .build/fuzz/kdeck-fuzz -max_len=2048 -max_total_time=300 CORPUS

    /// One input.
    @_cdecl("LLVMFuzzerTestOneInput")
    public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
        do {
            try Fuzzing.feed(input: UnsafeRawBufferPointer(start: start, count: count))
        } catch {
            preconditionFailure(error.rule)
        }
        return 0
    }
#endif
